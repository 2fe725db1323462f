import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { hostsFileAddresses } from '../../../shared/parse/hosts-file.ts';
import { limits } from '../limits.ts';

/** Where this computer has its hosts file. */
function placeOfHostsFile(): string {
  return process.platform === 'win32'
    ? join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
    : '/etc/hosts';
}

/** The addresses that this computer's hosts file gives for a name; none where the file cannot be read or is no file. Never rejects. */
export async function addressesInHostsFile(host: string, file = placeOfHostsFile()): Promise<string[]> {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > limits.here.hostsFileBytes) return [];
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
      return hostsFileAddresses(buffer.toString('utf8', 0, bytesRead), host);
    } finally {
      await handle.close();
    }
  } catch {
    return [];
  }
}
