/** A label is learnt from this many photos, of this many sources, up; below, it stays unknown to the model. */
export const MIN_PHOTOS = 10
export const MIN_SOURCES = 5

/** The label of pictures that show no building material. */
export const OTHER_LABEL = 'other'
