import './kiosk.css'
import { fillScreen, stayAwake, stayHere } from './awake.client.ts'
import { Tablet } from './tablet.client.ts'
import { keepUpdated } from './updates.client.ts'

/** The tablet's page: begins here, and runs until the tablet is switched off or a new version takes over. */
const version = document.querySelector<HTMLMetaElement>('meta[name=kiosk-version]')?.content ?? ''
let settled: () => void = () => undefined
const tablet = new Tablet(version, () => settled())

document.body.replaceChildren(tablet.root)
stayAwake()
fillScreen()
stayHere(() => tablet.leave())
void tablet.begin().then(() => {
  settled = keepUpdated(() => tablet.isIdle)
})
