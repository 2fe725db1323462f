import type { Server } from '../model/check.ts';
import { say } from '../text/index.ts';

/**
 * How a password is written into a file by its owner, where not every one can stand there as it is. `single`, `double`: between such quotes of a
 * language that knows escapes. `quotes`, `escaped`: a `.env` file, which needs quotes for some, as Laravel and as Compose reads it. `docker`: one that Docker reads, whose versions differ. `launcher`: YAML whose values Discourse's launcher then reads as a shell does.
 */
export function passwordHint(
  { auth }: Server,
  kind: 'single' | 'double' | 'quotes' | 'escaped' | 'docker' | 'launcher',
): string[] {
  return auth === 'none' ? [] : [say(`client.file.password.${kind}`)];
}
