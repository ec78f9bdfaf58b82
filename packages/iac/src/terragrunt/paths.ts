// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** True for a plain relative path with `/`: nothing that a shell, Windows or a module loader reads otherwise. */
export function isRelativePath(path: string): boolean {
  return (
    /^[A-Za-z0-9_@+=.][A-Za-z0-9_@+=.-]*(\/[A-Za-z0-9_@+=.-]+)*\/?$/.test(
      path,
    ) && path.length <= 1_000
  );
}

/** The path seen from the repository's root; undefined when it leaves the repository. */
export function resolveInRepository(
  folder: string,
  path: string,
): string | undefined {
  const resolved: string[] = [];
  for (const segment of [...folder.split('/'), ...path.split('/')]) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') resolved.push(segment);
    else if (resolved.pop() === undefined) return undefined;
  }
  return resolved.join('/');
}
