import { describe, expect, it } from 'vitest'
import { originsOf, parseRasters } from './map-bases'

const IGN =
  'Plan IGN | https://data.example/wmts?LAYER=PLAN&TILEMATRIX={z}&TILEROW={y}&TILECOL={x} | IGN-F/Géoportail'
const OSM = 'OpenStreetMap | https://tiles.example:8443/{z}/{x}/{y}.png | OpenStreetMap contributors'

describe('parseRasters', () => {
  it('reads layers one a line or between two semicolons', () => {
    const read = parseRasters(`${IGN};;${OSM}`)
    expect(read?.map(({ name }) => name)).toEqual(['Plan IGN', 'OpenStreetMap'])
    expect(parseRasters(`${IGN}\n${OSM}`)).toEqual(read)
    expect(originsOf(read ?? [])).toEqual(['https://data.example', 'https://tiles.example:8443'])
    expect(parseRasters('')).toEqual([])
  })

  it.each([
    ['no name', '| https://tiles.example/{z}/{x}/{y}.png'],
    ['no slot', 'Plan | https://tiles.example/tile.png'],
    ['another scheme', 'Plan | file:///{z}/{x}/{y}.png'],
    ['a script', 'Plan | javascript:{z}{x}{y}'],
    ['a host with a slot', 'Plan | https://{x}.tiles.example/{z}/{x}/{y}.png'],
    ['a path', 'Plan | /{z}/{x}/{y}.png'],
    ['one good and one bad', `${IGN};;Plan`],
  ])('refuses %s', (_what, text) => {
    expect(parseRasters(text)).toBeNull()
  })
})
