import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Delivered = { to: string; messageId: string }
/** What a mail server does with a mail. `lost` takes it, and is gone before it says so. */
export type Handling = 'take' | 'lose' | { refuse: number; at?: 'recipient' | 'text' } | { after: number }
export type PostOffice = {
  url: string
  delivered: Delivered[]
  /** How many it has had open at once, at the most. */
  most: () => number
  handle: (to: string) => Handling
  close(): Promise<void>
}

const refusal = (code: number) => Object.assign(new Error('No such user here'), { responseCode: code })

/** A mail server that behaves as it is told, on a port of its own or the given one. */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const sockets = new Map<number, Socket>()
  let most = 0
  const office: PostOffice = {
    url: '',
    delivered: [],
    most: () => most,
    handle: () => 'take',
    close: () => new Promise((resolve) => server.close(resolve))
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const handling = office.handle(address)
      const refused = typeof handling === 'object' && 'refuse' in handling && handling.at !== 'text'
      done(refused ? refusal(handling.refuse) : null)
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const handling = office.handle(to)
        if (typeof handling === 'object' && 'refuse' in handling) return done(refusal(handling.refuse))
        const mail = Buffer.concat(parts).toString('utf8')
        office.delivered.push({ to, messageId: /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim() ?? '' })
        if (handling === 'lose') sockets.get(session.remotePort ?? 0)?.destroy()
        else if (typeof handling === 'object') setTimeout(done, handling.after)
        else done()
      })
    }
  })
  server.server.on('connection', (socket: Socket) => {
    const from = socket.remotePort ?? 0
    sockets.set(from, socket)
    most = Math.max(most, sockets.size)
    socket.once('close', () => sockets.delete(from))
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return office
}
