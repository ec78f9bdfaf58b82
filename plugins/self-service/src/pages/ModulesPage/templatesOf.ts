// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

/** A template that makes something with a module. */
export interface ModuleTemplate {
  namespace: string;
  name: string;
  title: string;
  description?: string;
  /** Field of its form that takes the module's name, where it is for any module. */
  field?: string;
}

/** `${{ parameters.module }}`, the step of a template for any module. */
const PARAMETER = /^\$\{\{\s*parameters\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && !!value;

/** The templates with a step that takes the module, by what the step's `moduleRef` says; those of the module alone first. */
export function templatesOf(
  module: string,
  entities: Entity[],
): ModuleTemplate[] {
  const found = entities.flatMap(({ metadata, spec }) => {
    const steps: unknown[] = Array.isArray(spec?.steps) ? spec.steps : [];
    const refs = steps
      .filter(isRecord)
      .map(({ input }) => (isRecord(input) ? input.moduleRef : undefined))
      .filter((ref): ref is string => typeof ref === 'string');
    const isOwn = refs.includes(module);
    const [field] = refs.flatMap(ref => PARAMETER.exec(ref)?.[1] ?? []);
    if (!isOwn && field === undefined) return [];
    return [
      {
        namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
        name: metadata.name,
        title: metadata.title ?? metadata.name,
        description: metadata.description,
        ...(!isOwn && { field }),
      },
    ];
  });
  return found.sort(
    (one, other) =>
      Number(one.field !== undefined) - Number(other.field !== undefined) ||
      one.title.localeCompare(other.title),
  );
}
