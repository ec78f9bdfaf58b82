// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  ModuleInspection,
  UnitAnswer,
} from '@fairway/backstage-plugin-self-service-common';
import { selfServiceTranslationRef } from '../../translation';
import { versionDifferences } from '../module/differences';
import styles from './FairwayModuleInputs.module.css';

/** What another version of the module is for a unit. */
export const UpgradeNote = (props: {
  before: ModuleInspection;
  after: ModuleInspection;
  unit: UnitAnswer;
}) => {
  const { before, after, unit } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const found = versionDifferences(before, after);
  const isSet = (name: string) =>
    Object.hasOwn(unit.inputs, name) ||
    unit.expressions.includes(name) ||
    unit.references.some(({ input }) => input === name);
  const lists = (['addedRequired', 'removed', 'addedOptional'] as const)
    .filter(kind => found[kind].length > 0)
    .map(kind =>
      t(`inputs.upgrade.${kind}`, { names: found[kind].join(', ') }),
    );
  const defaults = found.defaults.map(each => {
    const words = {
      name: each.name,
      before: JSON.stringify(each.before ?? null),
      after: JSON.stringify(each.after ?? null),
    };
    return isSet(each.name)
      ? t('inputs.upgrade.defaultChanged', words)
      : t('inputs.upgrade.defaultKeep', words);
  });
  const changed = found.changed.map(name =>
    t('inputs.upgrade.changed', { name }),
  );
  const lines = [...lists, ...defaults, ...changed];
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('inputs.upgrade.title', {
        from: before.version,
        to: after.version,
      })}
      description={
        lines.length === 0 ? (
          t('inputs.upgrade.same')
        ) : (
          <ul className={styles.changes}>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
    />
  );
};
