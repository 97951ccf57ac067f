import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTransport } from './transport.ts'

let received = ''
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.on('data', (chunk: Buffer) => (received += chunk.toString()))
    stream.on('end', () => done())
  }
})
let port = 0
beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        port = (server.server.address() as { port: number }).port
        resolve()
      })
    })
)
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))

test('a mail keeps its id, so that it is shown once however often it is sent', async () => {
  const send = openTransport({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'Kvarter <kvarter@kvarter.example>'
  })
  await send?.({
    id: '0190',
    to: 'part@kvarter.example',
    replyTo: 'samordnare@kvarter.example',
    subject: 'Hur har det gått?',
    text: 'Hej',
    html: '<p>Hej</p>'
  })
  expect(received).toContain('Message-ID: <0190@kvarter.example>')
  expect(received).toContain('Reply-To: samordnare@kvarter.example')
  expect(received).toContain('Auto-Submitted: auto-generated')
})

test('without SMTP_URL there is no way out', () => {
  expect(openTransport({ smtpUrl: undefined, mailFrom: 'x@y' })).toBeUndefined()
})
