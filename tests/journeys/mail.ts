import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Inbox = {
  /** Where Kvarter is to send. */
  url: string
  /** The text of the next mail to somebody, or of the next one with these words. */
  mailTo(address: string, words?: string): Promise<string>
  close(): Promise<void>
}

/** A post office that keeps what it gets. @param unknown addresses that nobody has there: mail to them is refused */
export async function openInbox(unknown: string[] = []): Promise<Inbox> {
  const mails: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (!unknown.includes(address)) return done()
      done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mails.push({ to, text: readable(Buffer.concat(parts).toString('utf8')) })
        done()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    async mailTo(address, words = '') {
      for (const began = Date.now(); Date.now() - began < 15_000;) {
        const at = mails.findIndex(({ to, text }) => to.includes(address) && text.includes(words))
        if (at >= 0) return mails.splice(at, 1)[0]?.text ?? ''
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`No mail came to ${address}`)
    },
    close: () => new Promise((resolve) => server.close(resolve))
  }
}

/** Undoes what keeps the lines of a mail short. */
const readable = (mail: string): string =>
  mail
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))
