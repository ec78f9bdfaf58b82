// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { DriftItem } from '@fairway/backstage-plugin-self-service-common';
import { type ActionTemplate, titleOf } from '../hub/Templates';

/** The forms that are for any unit of a repository, with the unit chosen. */
export function unitForms(
  templates: ActionTemplate[],
  unit: { repoUrl: string; path: string; environment: string },
): DriftItem['forms'] {
  return templates.flatMap(template => {
    const { templateRef, fields, spec } = template;
    const named = (name: string) => fields.find(({ field }) => field === name);
    const picker = named('FairwayUnit');
    const environment = named('FairwayEnvironment');
    if (!picker || !environment || spec.target?.type !== undefined) return [];
    if (picker.options.repoUrl !== unit.repoUrl) return [];
    return [
      {
        templateRef,
        title: titleOf(template),
        formData: {
          [picker.name]: unit.path,
          [environment.name]: unit.environment,
        },
      },
    ];
  });
}
