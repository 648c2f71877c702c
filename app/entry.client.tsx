/** No page carries a script yet: every page works without one. */
export {}
