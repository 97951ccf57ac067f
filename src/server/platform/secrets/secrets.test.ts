import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSecrets, secretFile } from './secrets.ts'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'kvarter-secrets-'))))
afterEach(() => rmSync(dataDir, { recursive: true }))

describe('secrets', () => {
  test('are the same at the next start, and others in another place', () => {
    const first = openSecrets(dataDir).keyFor('links')
    expect(openSecrets(dataDir).keyFor('links')).toEqual(first)
    expect(openSecrets(join(dataDir, 'another')).keyFor('links')).not.toEqual(first)
  })

  test('of two purposes have nothing in common', () => {
    const secrets = openSecrets(dataDir)
    expect(secrets.keyFor('links')).not.toEqual(secrets.keyFor('drafts'))
    expect(secrets.keyFor('links')).toHaveLength(32)
  })

  test('lie in a file for its owner alone, and are not used once others may read it', () => {
    openSecrets(dataDir)
    expect(statSync(secretFile(dataDir)).mode & 0o777).toBe(0o600)
    chmodSync(secretFile(dataDir), 0o640)
    expect(() => openSecrets(dataDir)).toThrow('Others may read')
  })

  test('are not made up when the file is broken', () => {
    writeFileSync(secretFile(dataDir), 'short\n', { mode: 0o600 })
    expect(() => openSecrets(dataDir)).toThrow('does not hold a secret')
  })
})
