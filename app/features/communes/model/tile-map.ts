import type { GeoPoint } from '~/core/geo-point'
import { assignRows } from './assignment'
import type { Tile } from './commune'

export type Grid = { columns: number; rows: number }

/** A place in cell units: x grows to the east, y to the south, whole numbers at the centres of the cells. */
export type GridPoint = { x: number; y: number }

/**
 * Projects points onto a grid so that their extent fills it, one scale for both axes so that shapes keep their
 * proportions. Longitudes shrink by the cosine of the mean latitude (equirectangular, exact enough for 40 km).
 */
export function projectToGrid(points: readonly GeoPoint[], grid: Grid): GridPoint[] {
  if (points.length === 0) return []
  const lats = points.map((point) => point.lat)
  const lons = points.map((point) => point.lon)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = (east - west) * shrink
  const height = north - south
  const scale = Math.min(ratio(grid.columns - 1, width), ratio(grid.rows - 1, height))
  const unit = Number.isFinite(scale) ? scale : 0
  const left = (grid.columns - 1 - width * unit) / 2
  const top = (grid.rows - 1 - height * unit) / 2
  return points.map((point) => ({
    x: left + (point.lon - west) * shrink * unit,
    y: top + (north - point.lat) * unit,
  }))
}

function ratio(cells: number, extent: number): number {
  return extent > 0 ? cells / extent : Infinity
}

/**
 * Gives every point its own cell of the grid, with the least total of squared displacements: the tile map.
 * Returns the cell of each point, in order. Throws when there are more points than cells.
 */
export function placeOnGrid(points: readonly GridPoint[], grid: Grid): Tile[] {
  const cells = cellsOf(grid)
  const cost = points.map((point) => cells.map((cell) => squaredDisplacement(point, cell)))
  return assignRows(cost).map((index) => cells[index]!)
}

/** Squared distance, in cells, between a place and the cell that stands for it. */
export function squaredDisplacement(point: GridPoint, tile: Tile): number {
  return (point.x - tile.column) ** 2 + (point.y - tile.row) ** 2
}

function cellsOf(grid: Grid): Tile[] {
  return Array.from({ length: grid.columns * grid.rows }, (_, index) => ({
    column: index % grid.columns,
    row: Math.floor(index / grid.columns),
  }))
}
