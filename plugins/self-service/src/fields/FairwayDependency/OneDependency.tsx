// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import type { UnitSummary } from '@fairway/backstage-plugin-self-service-common';
import { selfServiceTranslationRef } from '../../translation';
import type { DependencyRow } from './dependencies';
import styles from './FairwayDependency.module.css';
import { Outputs } from './Outputs';

/** One other unit, and what is taken from it. */
export const OneDependency = (props: {
  number: string;
  row: DependencyRow;
  /** Those that may be chosen. */
  units: UnitSummary[];
  /** Names of the inputs that an output may fill. */
  inputs: string[];
  isDisabled?: boolean;
  onChange: (row: DependencyRow) => void;
  onRemove: () => void;
}) => {
  const { number, row, units, inputs, isDisabled, onChange, onRemove } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const unit = units.find(({ path }) => path === row.unit);
  return (
    <fieldset className={styles.dependency}>
      <legend>{t('dependency.unit', { number })}</legend>
      <Select
        label={t('dependency.choose')}
        placeholder={t('dependency.choose')}
        isDisabled={isDisabled}
        searchable={units.length > 8}
        options={units.map(({ path, name, environment, module }) => ({
          value: path,
          label: module
            ? t('unit.option', {
                name,
                environment,
                module: module.name,
                version: module.version,
              })
            : t('unit.plain', { name, environment }),
        }))}
        value={row.unit ?? null}
        onChange={path =>
          onChange({ ...row, unit: String(path), outputs: [{ id: 0 }] })
        }
      />
      {unit && (
        <Outputs
          unit={unit}
          outputs={row.outputs}
          inputs={inputs}
          isDisabled={isDisabled}
          onChange={outputs => onChange({ ...row, outputs })}
        />
      )}
      <div>
        <Button
          variant="tertiary"
          size="small"
          isDisabled={isDisabled}
          onPress={onRemove}
        >
          {unit
            ? t('dependency.remove', { name: unit.name })
            : t('dependency.removeNew', { number })}
        </Button>
      </div>
    </fieldset>
  );
};
