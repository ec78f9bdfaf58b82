// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { diffModuleInputs, parseHcl } from '@fairway/iac';
import { EXIT } from '../exit';
import { inFile, readTextFile } from './file';
import { locateInHcl } from './getValue';
import { moduleAt } from './modules';

/** Options of `iac upgrade-plan`, as commander hands them over. */
export interface UpgradePlanOptions {
  unit?: string;
  json?: boolean;
}

/** What an upgrade comes to. */
interface Plan {
  /** Inputs that are required and were not. */
  addedRequired: string[];
  addedOptional: string[];
  removed: string[];
  changed: { name: string; aspects: string[] }[];
  /** Of the unit: required inputs that it does not set. */
  unanswered?: string[];
  /** Of the unit: inputs that it sets and that are gone. */
  toRemove?: string[];
}

/**
 * Says what is different between two versions of a module for whoever uses it; with a unit, what that has to answer and
 * to leave out. Ends with 1 where something has to be answered.
 */
export async function planUpgrade(
  from: string,
  to: string,
  { unit, json }: UpgradePlanOptions,
): Promise<number> {
  const [before, after] = [await moduleAt(from), await moduleAt(to)];
  const diff = diffModuleInputs(before, after);
  const names = (variables: readonly { name: string }[]) =>
    variables.map(({ name }) => name);
  const required = [
    ...names(diff.addedRequired),
    ...names(diff.changed.filter(({ needsAnswer }) => needsAnswer)),
  ];
  const set = unit === undefined ? undefined : await inputsOf(unit);
  const plan: Plan = {
    addedRequired: required,
    addedOptional: names(diff.addedOptional),
    removed: names(diff.removed),
    changed: diff.changed.map(({ name, aspects }) => ({ name, aspects })),
    ...(set && {
      unanswered: required.filter(name => !set.includes(name)),
      toRemove: names(diff.removed).filter(name => set.includes(name)),
    }),
  };
  process.stdout.write(
    json ? `${JSON.stringify(plan, undefined, 2)}\n` : describe(plan),
  );
  return (plan.unanswered ?? required).length > 0 ? EXIT.refused : EXIT.ok;
}

async function inputsOf(unit: string): Promise<string[]> {
  const { text, path } = await readTextFile(unit, { format: 'hcl' });
  const { body } = await inFile(path, () => parseHcl(text));
  const found = locateInHcl(body, ['inputs']);
  return found?.kind === 'value' && found.value.kind === 'object'
    ? found.value.entries.flatMap(({ name }) => name ?? [])
    : [];
}

function describe(plan: Plan): string {
  const lines = [
    ...plan.addedRequired.map(name => `required  ${name}`),
    ...plan.removed.map(name => `gone      ${name}`),
    ...plan.changed.map(
      ({ name, aspects }) => `changed   ${name} (${aspects.join(', ')})`,
    ),
    ...plan.addedOptional.map(name => `new       ${name}`),
    ...(plan.unanswered ?? []).map(name => `answer    ${name}`),
    ...(plan.toRemove ?? []).map(name => `leave out ${name}`),
  ];
  return lines.length ? `${lines.join('\n')}\n` : 'Nothing is different.\n';
}
