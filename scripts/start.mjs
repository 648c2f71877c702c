import { existsSync } from 'node:fs'

/** `npm start`: migrates and serves until it is told to stop. Plain JavaScript: stripping types takes 18 MB for good. */
// React and Remix are several times slower in their development builds.
process.env.NODE_ENV = 'production'
const build = await import(new URL('../build/server/index.js', import.meta.url).href)
try {
  const running = await build.entry.module.start(build, process.env, 'build/client')
  const { log, config } = running.parts
  log.info({ address: running.address, origin: config.origin }, 'listening')
  if (running.isUnstaffed) {
    console.log(
      'Nobody can sign in yet. Make the first administrator: npm run admin -- add-administrator EMAIL',
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, async () => {
      await running.stop()
      log.info('stopped')
      process.exit(0)
    })
  }
} catch (cause) {
  console.error(existsSync('build/server/index.js') ? cause.message : 'There is no build: npm run build')
  process.exit(1)
}
