import { v7, validate } from 'uuid'

export type Id = string

/** A uuid v7 made here, since PostgreSQL 15 makes none; in order of time, so indexes grow at their end. */
export const newId = (): Id => v7()
export const isId = (value: unknown): value is Id => typeof value === 'string' && validate(value)
