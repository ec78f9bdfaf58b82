// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A revision changes the text of a unit, and the note beside it says where that text came from: its hash, the module's
// version, the parameters. Whoever revises in the browser does not write that note.
import type {
  ChangeFile,
  ChangePayload,
} from '@fairway/backstage-plugin-self-service-common';
import {
  inspectTerragruntUnit,
  parseProvenance,
  PROVENANCE_FILE,
  renderProvenance,
} from '@fairway/iac';
import type { ModuleInspector } from '../modules/ModuleInspector';
import type { VettedModules } from '../modules/VettedModules';

/** What it takes to know a module by its source. */
export interface ModuleFacts {
  modules: Pick<VettedModules, 'list'>;
  inspector: Pick<ModuleInspector, 'inspect'>;
}

const UNIT_FILE = 'terragrunt.hcl';

const textOf = (files: ChangeFile[], path: string): string | undefined => {
  const file = files.find(each => each.path === path);
  return file && 'content' in file ? file.content : undefined;
};

/** The payload with the notes of those units whose text is another than it was, and whose note is still the old one. */
export async function withProvenanceOf(
  payload: ChangePayload,
  earlier: ChangePayload,
  facts: ModuleFacts,
): Promise<ChangePayload> {
  const files = await Promise.all(
    payload.files.map(async (file): Promise<ChangeFile> => {
      if (!('content' in file)) return file;
      const { path, content: note } = file;
      if (!path.endsWith(`/${PROVENANCE_FILE}`)) return file;
      const folder = path.slice(0, -PROVENANCE_FILE.length - 1);
      const unitPath = `${folder}/${UNIT_FILE}`;
      const unit = textOf(payload.files, unitPath);
      const isStale =
        unit !== undefined &&
        textOf(earlier.files, path) === note &&
        textOf(earlier.files, unitPath) !== unit;
      if (!isStale) return file;
      const revised = await revisedNote(note, { ...facts, unit, folder });
      return revised === undefined ? file : { path, content: revised };
    }),
  );
  return { ...payload, files };
}

/** Undefined where note or unit cannot be read: the gate says so of what it is given. */
async function revisedNote(
  note: string,
  options: ModuleFacts & { unit: string; folder: string },
): Promise<string | undefined> {
  const { folder, inspector, modules, unit } = options;
  const said = parsed(note);
  const { inputs, ref, source } = await inspectTerragruntUnit(unit, { folder });
  const [plain] = (source ?? '').split('?');
  const vetted = (await modules.list()).find(each => each.source === plain);
  if (!said || !vetted || ref === undefined) return undefined;
  const module = await inspector
    .inspect(vetted.name, ref)
    .catch(() => undefined);
  if (!module) return undefined;
  return renderProvenance({
    ...said,
    module: { source: plain, version: ref, commit: module.commitSha },
    parameters: inputs,
    files: [{ path: UNIT_FILE, content: unit }],
    sensitiveParameters: module.sensitiveInputs,
  });
}

function parsed(note: string) {
  try {
    return parseProvenance(note);
  } catch {
    return undefined;
  }
}
