import fs from 'node:fs'

/** Ticks of the clock that Linux counts processor time in: 100 a second wherever Node runs. */
const TICKS = 100

/** Processor seconds of a process and of all that it started, ended ones included; 0 where the system does not tell. */
export function cpuSecondsOf(pid: number): number {
  const pids = [pid, ...childrenOf(pid)]
  return pids.reduce((sum, one) => sum + ownSeconds(one), 0)
}

function ownSeconds(pid: number): number {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name, which may hold anything, in parentheses: utime, stime, cutime, cstime are fields 14 to 17.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / TICKS
  } catch {
    return 0
  }
}

function childrenOf(pid: number): number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
