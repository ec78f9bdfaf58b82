// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { textAt } from '../formValue';

/** One entry of the field's value. */
export interface Dependency {
  name: string;
  configPath: string;
  outputs: Record<string, string>;
}

/** What a person is putting together, rows that are not complete among them. */
export interface DependencyRow {
  id: number;
  /** Folder of the other unit. */
  unit?: string;
  outputs: { id: number; input?: string; output?: string }[];
}

/** `a/b/c` from `a/d` is `../b/c`. */
export function relativePath(from: string, to: string): string {
  const [left, right] = [from.split('/'), to.split('/')];
  let same = 0;
  while (
    same < Math.min(left.length, right.length) &&
    left[same] === right[same]
  ) {
    same += 1;
  }
  return [...left.slice(same).map(() => '..'), ...right.slice(same)].join('/');
}

/** The folder with the form's fields in place of `{field}`; undefined while one of them is empty. */
export function targetFolder(
  target: string | undefined,
  formData: unknown,
): string | undefined {
  let isWhole = target !== undefined;
  const folder = target?.replace(/\{([^{}]+)\}/g, (_, field: string) => {
    const value = textAt(formData, field);
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? folder : undefined;
}

/** A label that HCL takes. */
export function blockName(folder: string): string {
  const name = folder
    .slice(folder.lastIndexOf('/') + 1)
    .replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

/** The value of rows: those with a unit, and of their outputs the complete ones. */
export function toDependencies(
  rows: DependencyRow[],
  folder?: string,
): Dependency[] {
  return rows.flatMap(({ unit, outputs }) => {
    if (unit === undefined) return [];
    // A unit beside this one, while this one's own folder is not known.
    const beside = `../${unit.slice(unit.lastIndexOf('/') + 1)}`;
    return [
      {
        name: blockName(unit),
        configPath: folder === undefined ? beside : relativePath(folder, unit),
        outputs: Object.fromEntries(
          outputs.flatMap(({ input, output }) =>
            input !== undefined && output !== undefined
              ? [[input, output]]
              : [],
          ),
        ),
      },
    ];
  });
}

/** Rows of a value, as a form that was filled before has them. */
export function toRows(
  dependencies: Dependency[],
  units: { path: string }[],
): DependencyRow[] {
  return dependencies.map((dependency, id) => ({
    id,
    unit: units.find(({ path }) => blockName(path) === dependency.name)?.path,
    outputs: Object.entries(dependency.outputs).map(
      ([input, output], index) => ({ id: index, input, output }),
    ),
  }));
}
