// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { selfServiceTranslationRef } from '../../translation';
import type { Dependency } from './dependencies';
import type { FairwayDependencyOptions } from './schema';

/** A dependency that fills nothing does nothing, and an input is filled once. */
export const validateDependency: CustomFieldValidator<
  Dependency[],
  FairwayDependencyOptions
> = (dependencies, field, { apiHolder }) => {
  const words = apiHolder
    .get(translationApiRef)
    ?.getTranslation(selfServiceTranslationRef);
  const t = words?.ready ? words.t : undefined;
  const filled = new Set<string>();
  for (const { name, outputs } of dependencies ?? []) {
    const inputs = Object.keys(outputs ?? {});
    if (inputs.length === 0) {
      field.addError(t?.('dependency.noInput', { name }) ?? name);
    }
    for (const input of inputs) {
      if (filled.has(input)) {
        field.addError(t?.('dependency.twice', { input }) ?? input);
      }
      filled.add(input);
    }
  }
};
