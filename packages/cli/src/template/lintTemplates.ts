// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  parseSelfServiceSpec,
  type SelfServiceSpec,
} from '@fairway/backstage-plugin-self-service-common';
import { type LocalTemplate, readTemplates } from './readTemplates';

/** Fixed keys of a template that say who may; the ownership policy says that, and nothing else. */
const WHO =
  /^(permissions?|approv\w*|allow\w*|den(y|ied)\w*|roles?|owners?|who\w*)$/i;

/** What is wrong with one template. */
export interface LintedTemplate {
  name: string;
  folder: string;
  /** False where it has no `spec.selfService`: then it is no action, and nothing else is looked at. */
  isAction: boolean;
  problems: string[];
}

/**
 * Checks `spec.selfService` of the templates below a folder.
 *
 * @throws InputError as `readTemplates` does
 */
export async function lintTemplates(folder: string): Promise<LintedTemplate[]> {
  const templates = await readTemplates(folder);
  return templates.map(lintTemplate);
}

function lintTemplate({ folder, entity }: LocalTemplate): LintedTemplate {
  const { metadata, spec } = entity as LocalTemplate['entity'] & {
    spec: { selfService?: unknown; parameters?: unknown };
  };
  const { selfService, parameters } = spec;
  const linted = { name: metadata.name, folder };
  if (selfService === undefined) {
    return { ...linted, isAction: false, problems: [] };
  }
  const parsed = parseSelfServiceSpec(selfService);
  return {
    ...linted,
    isAction: true,
    problems: [
      ...('problems' in parsed
        ? parsed.problems
        : problemsOf(parsed.spec, parameters)),
      ...keysOf(selfService)
        .filter(key => WHO.test(key))
        .map(
          key =>
            `spec.selfService.${key}: who may and who approves is not a template's to say; write it into the ownership policy`,
        ),
      ...taggedPlaces(spec).map(
        place =>
          `${place}: backstage:permissions hides a part from people; the ownership policy says who may`,
      ),
    ],
  };
}

function problemsOf(spec: SelfServiceSpec, parameters: unknown): string[] {
  const fields = new Set(fieldNames(parameters));
  const { fill = {}, file } = spec;
  const paths = Object.values(fill);
  return [
    ...Object.keys(fill)
      .filter(name => !fields.has(name))
      .map(
        name =>
          `spec.selfService.fill.${name}: the form has no field of that name`,
      ),
    ...(file && !paths.some(path => path.startsWith('file.'))
      ? ['spec.selfService.file: nothing of fill reads it']
      : []),
    ...(file?.path.match(/\{[^}]*\}/g) ?? [])
      .filter(each => !['{environment}', '{name}'].includes(each))
      .map(
        each =>
          `spec.selfService.file.path: ${each} is filled in with nothing; there are {environment} and {name}`,
      ),
  ];
}

/** Names of the fields of a form; in `dependencies` and `oneOf`, too. */
function fieldNames(value: unknown): string[] {
  if (typeof value !== 'object' || !value) return [];
  const { properties } = value as { properties?: object };
  return [
    ...Object.keys(properties ?? {}),
    ...Object.values(value).flatMap(fieldNames),
  ];
}

function taggedPlaces(spec: { parameters?: unknown; steps?: unknown }) {
  return (['parameters', 'steps'] as const).flatMap(name =>
    [spec[name]]
      .flat()
      .flatMap((part, index) =>
        keysOf(part).includes('backstage:permissions')
          ? [`spec.${name}.${index}`]
          : [],
      ),
  );
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value ? Object.keys(value) : [];
}
