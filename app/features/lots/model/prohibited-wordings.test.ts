import { describe, expect, it } from 'vitest'
import { isIsoDay } from '~/core/days'
import { faultsOfWording, PROHIBITED_WORDINGS } from './prohibited-wordings'

describe('a text that offers what may not be offered', () => {
  it.each([
    ['Plaques ondulées en amiante-ciment', 'wording_asbestos'],
    ['Dalles de sol amiantées, 20 m²', 'wording_asbestos'],
    ['Corrugated asbestos sheets', 'wording_asbestos'],
    ['Transformateur au pyralène', 'wording_pcb'],
    ['Condensateurs contenant du PCB', 'wording_pcb'],
    ['Traverses de chemin de fer, chêne', 'wording_creosote'],
    ['Poteaux créosotés', 'wording_creosote'],
    ['Old railway sleepers for the garden', 'wording_creosote'],
    ['Extincteurs au halon 1211', 'wording_halon'],
    ['Portes anciennes, peinture au plomb', 'wording_lead'],
    ['Volets peints à la céruse', 'wording_lead'],
    ['Terrasse en bois traité CCA', 'wording_arsenic'],
  ])('%s', (text, fault) => {
    expect(faultsOfWording(text, [])).toEqual([fault])
  })
})

describe('no alarm', () => {
  it.each([
    'Plomberie cuivre, robinets et siphons',
    'Fibrociment sans amiante, posé en 2004',
    'Ardoises non amiantées',
    'Diagnostic amiante négatif, à disposition',
    'Repérage amiante avant démolition joint',
    'Amiante : absence vérifiée par sondage',
    'Asbestos-free fibre cement',
    'Peinture sans plomb, refaite en 2015',
    'Tuyaux de plomb pour fonderie',
    'Fils à plomb et niveaux',
    'Traverses de chemin de fer en béton',
    'Traverse de porte en chêne',
    'Cartes électroniques (PCB) de régulation',
    'Bois non traité, sans CCA',
    'Extincteurs à eau, sans halon',
    'Chemin de câbles, salon et shallot',
  ])('for %s', (text) => {
    expect(faultsOfWording(text, [])).toEqual([])
  })
})

it('lets through what is declared as a danger, and nothing that no declaration makes lawful', () => {
  expect(faultsOfWording('Portes, peinture au plomb', ['lead-paint'])).toEqual([])
  expect(faultsOfWording('Bois traité CCA', ['treated-wood'])).toEqual([])
  expect(faultsOfWording('Traverses de chemin de fer', ['treated-wood'])).toEqual(['wording_creosote'])
})

it('finds the one that is meant among those that are denied', () => {
  const text =
    'Toiture sans amiante côté cour. Côté rue, les vieilles plaques ondulées grises contiennent de l’amiante.'
  expect(faultsOfWording(text, [])).toEqual(['wording_asbestos'])
})

it('cites a text and the day from which it holds for each', () => {
  for (const { source, since } of PROHIBITED_WORDINGS) {
    expect(source.length).toBeGreaterThan(10)
    expect(isIsoDay(since)).toBe(true)
  }
})
