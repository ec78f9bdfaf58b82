// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError } from '@fairway/requests-react';
import { infrastructureApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { textAt } from '../formValue';
import type { FairwayUnitOptions } from './schema';

/** A unit may be gone since the form was opened, or was never one that the person may see. */
export const validateUnit: CustomFieldValidator<
  string,
  FairwayUnitOptions
> = async (path, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  const infrastructure = apiHolder.get(infrastructureApiRef);
  const {
    repoUrl = '',
    environmentField,
    module,
  } = uiSchema?.['ui:options'] ?? {};
  if (!path || !infrastructure) return;
  const words = apiHolder
    .get(translationApiRef)
    ?.getTranslation(selfServiceTranslationRef);
  const t = words?.ready ? words.t : undefined;
  try {
    const { units } = await infrastructure.listUnits({
      repoUrl,
      environment: textAt(formData, environmentField),
    });
    const isThere = units.some(
      unit =>
        unit.path === path &&
        (module === undefined || unit.module?.name === module),
    );
    if (!isThere) field.addError(t?.('unit.unknown', { path }) ?? path);
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(t?.('unit.unchecked', { path, cause }) ?? cause);
  }
};
