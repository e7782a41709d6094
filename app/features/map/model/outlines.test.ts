import { describe, expect, it } from 'vitest'
import { outlineGeoJson, readOutlineData } from './outlines'

const KNOWN = new Set(['75056', '93048', '93066'])
const SQUARE = [
  [2, 48],
  [2.1, 48],
  [2.1, 48.1],
  [2, 48.1],
  [2, 48],
]
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: [SQUARE] }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features })

describe('GeoJSON', () => {
  it('is read by code, INSEE_COM or the property asked for, and says what is missing', () => {
    const file = collection(
      feature({ INSEE_COM: '93048' }),
      feature({ code: '13055' }),
      feature({ x: 93066 }),
    )
    expect(readOutlineData(file, KNOWN)).toMatchObject({
      outlines: [{ code: '93048', polygons: [[SQUARE]] }],
      missing: ['75056', '93066'],
      foreign: 2,
    })
    expect(readOutlineData(file, KNOWN, 'x').outlines.map(({ code }) => code)).toEqual(['93066'])
  })

  it('joins arrondissements and former communes to the commune they belong to', () => {
    const multi = { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }
    const file = collection(
      feature({ code: '75101' }),
      feature({ code: '75120' }, multi),
      feature({ code: '93059' }),
    )
    const { outlines } = readOutlineData(file, KNOWN)
    expect(outlines.map(({ code, polygons }) => [code, polygons.length])).toEqual([
      ['75056', 3],
      ['93066', 1],
    ])
    expect(JSON.parse(outlineGeoJson(outlines))).toMatchObject({
      features: [{ properties: { code: '75056' } }, {}],
    })
  })

  it.each([
    ['another shape', { type: 'Feature' }],
    ['no file at all', null],
    ['a topology without arcs', { type: 'Topology', objects: {} }],
  ])('%s is told apart', (_what, file) => {
    expect(() => readOutlineData(file, KNOWN)).toThrow(/GeoJSON/)
  })

  it('in metres is told to be converted', () => {
    const metres = { type: 'Polygon', coordinates: [[[652_000, 6_862_000]]] }
    expect(() => readOutlineData(collection(feature({ code: '75056' }, metres)), KNOWN)).toThrow(/WGS 84/)
  })
})

describe('TopoJSON', () => {
  it('puts rings together from shared arcs, one of them backwards, quantised or not', () => {
    // Two squares side by side that share their middle edge.
    const plain = {
      type: 'Topology',
      arcs: [
        [
          [1, 1],
          [1, 0],
        ],
        [
          [1, 0],
          [0, 0],
          [0, 1],
          [1, 1],
        ],
        [
          [1, 0],
          [2, 0],
          [2, 1],
          [1, 1],
        ],
      ],
      objects: {
        communes: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', id: '75056', arcs: [[0, 1]] },
            { type: 'MultiPolygon', properties: { code: '93048' }, arcs: [[[2, 0]]] },
          ],
        },
      },
    }
    const expected = [
      {
        code: '75056',
        polygons: [[[[1, 1], [1, 0], [0, 0], [0, 1], [1, 1]]]], // prettier-ignore
      },
      {
        code: '93048',
        polygons: [[[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]], // prettier-ignore
      },
    ]
    expect(readOutlineData(plain, KNOWN).outlines).toEqual(expected)
    const steps = plain.arcs.map((arc) =>
      arc.map(([x = 0, y = 0], index) => {
        const [px = 0, py = 0] = index === 0 ? [0, 0] : arc[index - 1]!
        return [(x - px) * 10, (y - py) * 10]
      }),
    )
    const quantised = { ...plain, arcs: steps, transform: { scale: [0.1, 0.1], translate: [0, 0] } }
    expect(readOutlineData(quantised, KNOWN).outlines).toEqual(expected)
    const backwards = structuredClone(plain)
    backwards.arcs[0]!.reverse()
    backwards.objects.communes.geometries[0]!.arcs = [[-1, 1]]
    backwards.objects.communes.geometries[1]!.arcs = [[[2, -1]]]
    expect(readOutlineData(backwards, KNOWN).outlines).toEqual(expected)
  })
})
