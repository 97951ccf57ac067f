import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bounceOf } from '#tests/bounces.ts'
import { readNotification } from './notification.ts'

const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee@kvarter.example'

describe('a notification that a mail was not delivered', () => {
  test('is read as a mail server writes it', () => {
    expect(readNotification(bounceOf(id))).toEqual({ failed: true, status: '5.1.1', messageIds: [id] })
  })

  test('is read with the line ends of a pipe', () => {
    expect(readNotification(bounceOf(id).replaceAll('\n', '\r\n'))?.messageIds).toEqual([id])
  })

  test('with headers only, in base64', () => {
    const headers = Buffer.from(`From: a@b\r\nMessage-ID:\r\n <${id}>\r\n`).toString('base64')
    const part = `Content-Type: text/rfc822-headers\nContent-Transfer-Encoding: base64\n\n${headers}`
    expect(readNotification(bounceOf(id, { part }))?.messageIds).toEqual([id])
  })

  test('with soft line ends', () => {
    const coded = `Message-ID: =3C${id.replace('-bbbb', '-bb=\nbb')}=3E`
    const part = `Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n${coded}\n\nHej`
    expect(readNotification(bounceOf(id, { part }))?.messageIds).toEqual([id])
  })

  test('that is made to keep whoever reads it busy is read at once', () => {
    const began = performance.now()
    const coded = `Message-ID: <${id}>${' '.repeat(200_000)}x`
    const part = `Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n${coded}\n\nHej`
    expect(readNotification(bounceOf(id, { part }))?.messageIds).toEqual([id])
    const many = Array.from({ length: 100_000 }, (_, n) => `<${n}@x>`).join(' ')
    expect(readNotification(bounceOf(id, { head: `References: ${many}` }))?.messageIds).toHaveLength(20)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('that leaves out the mail is known by what it answers', () => {
    const notification = bounceOf(id, {
      part: 'Content-Type: text/plain\n\nBorta',
      head: `In-Reply-To: <${id}>`
    })
    expect(readNotification(notification)?.messageIds).toEqual([id])
  })

  test('never takes its own id for that of the mail', () => {
    expect(readNotification(bounceOf(id))?.messageIds).not.toContain('own@post.example')
  })

  test.each([
    ['delayed', '4.4.1', false],
    ['delivered', '2.0.0', false],
    ['failed', '4.4.7', true]
  ])('tells %s, %s', (action, status, failed) => {
    expect(readNotification(bounceOf(id, { action, status }))).toMatchObject({ failed, status })
  })
})

test('an answer from somebody is no notification', () => {
  expect(readNotification('From: a@b\nSubject: Re: Hur har det gått?\n\nBra!\n')).toBeNull()
  expect(readNotification('')).toBeNull()
})

test('nothing that is sent here makes it fail', () => {
  const piece = fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      '--x',
      '--x--',
      'Content-Type: multipart/report; boundary=x',
      'Status: 5.1.1',
      '<',
      '>'
    ],
    ...[
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      '=',
      'Message-ID: <a@b>'
    ]
  )
  const text = fc.array(fc.oneof(piece, fc.string())).map((pieces) => pieces.join(''))
  fc.assert(fc.property(text, (raw) => void readNotification(raw)))
})
