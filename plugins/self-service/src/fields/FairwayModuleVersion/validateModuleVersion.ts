// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { translationApiRef } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeError } from '@fairway/requests-react';
import { infrastructureApiRef, selfServiceApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import { askVersions, versionsQuestion } from './askVersions';
import type { FairwayModuleVersionOptions } from './schema';

/** Asks the server once more before the form goes on; a version may be blocked at any time. */
export const validateModuleVersion: CustomFieldValidator<
  string,
  FairwayModuleVersionOptions
> = async (version, field, context) => {
  const { apiHolder, formData, uiSchema } = context;
  const infrastructure = apiHolder.get(infrastructureApiRef);
  const modules = apiHolder.get(selfServiceApiRef);
  if (!version || !infrastructure || !modules) return;
  const words = apiHolder
    .get(translationApiRef)
    ?.getTranslation(selfServiceTranslationRef);
  const t = words?.ready ? words.t : undefined;
  try {
    const answer = await askVersions(
      versionsQuestion(uiSchema?.['ui:options'] ?? {}, formData),
      { infrastructure, modules },
    );
    const listed = answer?.module.versions.find(
      each => each.version === version,
    );
    if (!listed) {
      field.addError(t?.('version.unknown', { version }) ?? version);
    } else if (listed.status === 'blocked') {
      const { reason = '' } = listed;
      field.addError(t?.('version.isBlocked', { version, reason }) ?? reason);
    }
  } catch (error) {
    const cause = describeError(error as Error).message;
    field.addError(t?.('version.unchecked', { version, cause }) ?? cause);
  }
};
