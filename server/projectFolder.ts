/** Where the project stands on disk: the folder of package.json, from the sources as from the build. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findProject(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('yinju: package.json is nowhere above the program; reinstall it');
  return findProject(parent);
}

export const PROJECT_FOLDER = findProject(import.meta.dirname);
