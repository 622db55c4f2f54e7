/** Which CSV files are data that an addon loads; elsewhere such a file may hold anything. */

import { existsSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

const MANIFESTS = ["__manifest__.py", "__openerp__.py"];
const RIGHTS = /^ir\.model\.access.*\.csv$/;
const DATA_FOLDERS = new Set(["security", "data", "demo"]);

/** Tells whether a file is data of the addon that it lies in; remembers the addons that it has met. */
export function addonDataTest(): (path: string) => boolean {
  const addonAround = nearestAddon();
  return (path) => {
    const addon = addonAround(dirname(path));
    if (addon === null) return false;
    const [folder = ""] = relative(addon, path).split(sep);
    return DATA_FOLDERS.has(folder) || RIGHTS.test(basename(path));
  };
}

/** A look-up of the addon around a folder, on the way up. */
function nearestAddon(): (folder: string) => string | null {
  const known = new Map<string, string | null>();
  return function find(folder: string): string | null {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const above = dirname(folder);
    const addon = MANIFESTS.some((name) => existsSync(join(folder, name))) ? folder : above === folder ? null : find(above);
    known.set(folder, addon);
    return addon;
  };
}
