import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot, publicAddress, readSettings } from './settings.ts'

describe('settings', () => {
  test('need nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: join(projectRoot, 'data'),
      databaseUrl: undefined,
      trustProxy: 0,
      logLevel: 'info'
    })
  })

  test('take a relative DATA_DIR from where the command was called', () => {
    expect(readSettings({ DATA_DIR: 'här/å ö', INIT_CWD: '/somewhere' }).dataDir).toBe('/somewhere/här/å ö')
  })

  test('lead to the public address', () => {
    expect(publicAddress(readSettings({ PORT: '4000' }))).toBe('http://localhost:4000')
    expect(publicAddress(readSettings({ ORIGIN: 'https://kvarter.example.se/' }))).toBe(
      'https://kvarter.example.se'
    )
  })

  test.each([
    ['PORT', '3000x'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['TRUST_PROXY', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['ORIGIN', 'kvarter.example.se'],
    ['ORIGIN', 'https://kvarter.example.se/under'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['SMTP_URL', 'mail.example.se']
  ])('refuse %s=%s, by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name)
  })

  test('never repeat an address that may carry a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://me:hemligt@somewhere' })).toThrow(/^(?!.*hemligt)/)
  })
})
