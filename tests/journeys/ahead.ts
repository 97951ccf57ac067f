/**
 * Read by a journey's Kvarter before anything else of it: its clock can be put forward, by so many milliseconds a message.
 * What waits for a pause waits as long as before.
 */
const real = Date.now
let ahead = 0
Date.now = () => real() + ahead
globalThis.Date = new Proxy(Date, {
  construct: (target, args: unknown[], made) =>
    Reflect.construct(target, args.length > 0 ? args : [Date.now()], made) as object
})
process.on('message', (ms: number) => {
  ahead += ms
})
process.channel?.unref()
