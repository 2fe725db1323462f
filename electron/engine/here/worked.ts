import { readProcFile } from './proc-file.ts';

/**
 * For how long this program has worked so far or waited for a processor, in ms. Linux tells of both for the thread that a program begins
 * with; other systems tell only how long its threads worked.
 */
export function workedMs(): number {
  try {
    // Nanoseconds at work, nanoseconds ready and waiting, times it was let in: proc(5), sched-stats of the kernel's documentation.
    const [worked = 0, waited = 0] = readProcFile('/proc/self/schedstat').split(' ').map(Number);
    return (worked + waited) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
}
