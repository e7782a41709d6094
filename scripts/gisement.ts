/** The operator's command line from the sources; the built product has the same as `build/server/gisement.js`. */
import '~/cli/main'
