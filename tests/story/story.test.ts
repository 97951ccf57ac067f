import { describe, expect, it } from 'vitest'
import type { StoryCollaboration, StoryFigure } from './types.ts'
import { world } from './world.ts'

const { areas, collaborations, kinds, organisations, persons } = world
const areaSlugs = new Set(areas.map((area) => area.slug))
const organisationSlugs = new Set(organisations.map((organisation) => organisation.slug))
const collaborationSlugs = new Set(collaborations.map((collaboration) => collaboration.slug))
const duplicates = (values: (string | number)[]) =>
  values.filter((value, place) => values.indexOf(value) !== place)
const unknown = (known: Set<string>, named: (string | null | undefined)[]) =>
  named.filter((name) => typeof name === 'string' && !known.has(name))
const reportsOf = (collaboration: StoryCollaboration) =>
  collaboration.commitments.flatMap((commitment) =>
    Object.entries(commitment.reports ?? {}).map(([round, report]) => ({ commitment, round, report }))
  )
const figuresOf = (collaboration: StoryCollaboration): [string, StoryFigure][] =>
  reportsOf(collaboration).flatMap(({ commitment, report }) =>
    (report.figures ?? []).map((figure): [string, StoryFigure] => [commitment.title, figure])
  )

describe('the world holds together', () => {
  it('has each name once', () => {
    expect(duplicates(areas.map((area) => area.slug))).toEqual([])
    expect(duplicates(organisations.map((organisation) => organisation.slug))).toEqual([])
    expect(duplicates(persons.map((person) => person.ref))).toEqual([])
    expect(duplicates(persons.map((person) => person.mail))).toEqual([])
    expect(duplicates(kinds.map((kind) => kind.code))).toEqual([])
    expect(duplicates(collaborations.map((collaboration) => collaboration.slug))).toEqual([])
    for (const slug of [...areaSlugs, ...organisationSlugs, ...collaborationSlugs])
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('has all twelve kinds, and what an area or organisation points to', () => {
    expect(kinds).toHaveLength(12)
    expect(
      unknown(
        areaSlugs,
        areas.flatMap((area) => [area.successor, ...area.parents.map((p) => p.slug)])
      )
    ).toEqual([])
    expect(
      unknown(
        organisationSlugs,
        organisations.flatMap((one) => [one.parent, one.successor])
      )
    ).toEqual([])
  })

  it('gives roles to roles, in places that exist', () => {
    for (const person of persons) {
      expect(unknown(organisationSlugs, person.organisations)).toEqual([])
      for (const grant of person.grants) {
        if (grant.scope === 'area') expect(areaSlugs).toContain(grant.of)
        if (grant.scope === 'collaboration') expect(collaborationSlugs).toContain(grant.of)
        if (grant.scope === 'organisation') expect(organisationSlugs).toContain(grant.of)
      }
    }
  })

  it('writes only to mail addresses that cannot exist, and no identity numbers', () => {
    const everything = JSON.stringify(world)
    const mails = everything.match(/[^\s"]+@[^\s"]+/g) ?? []
    expect(mails.length).toBeGreaterThan(20)
    for (const mail of mails) expect(mail).toMatch(/^[a-z0-9-]+@[a-z0-9-]+\.example$/)
    expect(everything.match(/(?<!\d)(\d{2})?\d{6}[-+ ]?\d{4}(?!\d)/g)).toBeNull()
  })
})

describe.each(collaborations.map((collaboration) => [collaboration.slug, collaboration] as const))(
  '%s',
  (_slug, collaboration) => {
    const keys = new Set(collaboration.objectives.map((objective) => objective.key))
    const rounds = new Map(collaboration.rounds.map((round) => [round.ref, round]))

    it('points only to what exists', () => {
      expect(kinds.map((kind) => kind.code)).toContain(collaboration.kind)
      expect(unknown(areaSlugs, [collaboration.mainArea, ...(collaboration.otherAreas ?? [])])).toEqual([])
      expect(
        unknown(collaborationSlugs, [collaboration.predecessor, ...(collaboration.parents ?? [])])
      ).toEqual([])
      expect(
        unknown(organisationSlugs, [
          collaboration.authority,
          ...collaboration.parties.map((party) => party.organisation)
        ])
      ).toEqual([])
      expect(
        unknown(
          keys,
          collaboration.objectives.map((objective) => objective.parent)
        )
      ).toEqual([])
      for (const block of collaboration.publications.flatMap((publication) => publication.blocks))
        if ('objective' in block) expect(unknown(keys, [block.objective])).toEqual([])
      for (const commitment of collaboration.commitments) {
        const { lead, answerer, coActors = [], initiators = [], funders = [] } = commitment
        expect(unknown(organisationSlugs, [lead, answerer, ...coActors, ...initiators, ...funders])).toEqual(
          []
        )
        expect(unknown(areaSlugs, commitment.areas)).toEqual([])
        expect(unknown(keys, commitment.objectives)).toEqual([])
        if (collaboration.rounds.length > 0) expect(commitment.objectives.length).toBeGreaterThan(0)
        expect(commitment.areas.length).toBeGreaterThan(0)
      }
    })

    it('numbers and names each commitment once, with one who answers', () => {
      expect(duplicates(collaboration.commitments.map((commitment) => commitment.number))).toEqual([])
      expect(duplicates(collaboration.commitments.map((commitment) => commitment.title))).toEqual([])
      expect(duplicates(collaboration.parties.map((party) => party.organisation))).toEqual([])
      const involved = new Set(collaboration.parties.map((party) => party.organisation))
      for (const { lead, answerer, coActors = [], stage, stageReason } of collaboration.commitments) {
        expect(lead === null).toBe(answerer !== undefined)
        expect(unknown(involved, [lead, answerer, ...coActors])).toEqual([])
        if (stage === 'discontinued') expect(stageReason).toBeTruthy()
      }
    })

    it('has answers only where the round asked and somebody could answer', () => {
      for (const { commitment, round: ref, report } of reportsOf(collaboration)) {
        const round = rounds.get(ref)
        expect(round, `${commitment.title}: ${ref}`).toBeDefined()
        if (!round) continue
        expect((commitment.agreed ?? '') <= round.opened).toBe(true)
        expect(round.responders.map((responder) => responder.organisation)).toContain(
          commitment.lead ?? commitment.answerer
        )
        if (report.degree === 'not_carried_out') expect(report.reason, commitment.title).toBeTruthy()
        if (report.state === 'returned') expect(report.reviewNote).toBeTruthy()
        if (report.noChange) expect(report.figures).toBeUndefined()
      }
    })

    it('says every figure with a value or in words, and counts a unit in one way', () => {
      const rules = new Map<string, string>()
      for (const [title, figure] of figuresOf(collaboration)) {
        expect(figure.qualifier === 'words', title).toBe(figure.value === undefined)
        expect(figure.qualifier === 'words', title).toBe(figure.words !== undefined)
        expect(rules.get(figure.unit) ?? figure.rule, figure.unit).toBe(figure.rule)
        rules.set(figure.unit, figure.rule)
      }
    })
  }
)
