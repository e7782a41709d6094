// A server that speaks S3, in a process of its own: for lists of several pages it needs `--openssl-legacy-provider`.
import process from 'node:process'
import S3rver from '@20minutes/s3rver'

const [directory, bucket] = process.argv.slice(2)
const options = { address: '127.0.0.1', port: 0, silent: true, directory, vhostBuckets: false }
const { port } = await new S3rver({ ...options, configureBuckets: [{ name: bucket }] }).run()
process.send(port)
process.once('disconnect', () => process.exit())
