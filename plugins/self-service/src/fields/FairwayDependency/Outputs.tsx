// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  Select,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import type { UnitSummary } from '@fairway/backstage-plugin-self-service-common';
import { ErrorPanel, useLoad } from '@fairway/requests-react';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useCallback } from 'react';
import { infrastructureApiRef } from '../../api';
import { selfServiceTranslationRef } from '../../translation';
import type { DependencyRow } from './dependencies';
import styles from './FairwayDependency.module.css';

type Pairs = DependencyRow['outputs'];

/** Which outputs of a unit fill which inputs. */
export const Outputs = (props: {
  unit: UnitSummary;
  outputs: Pairs;
  inputs: string[];
  isDisabled?: boolean;
  onChange: (outputs: Pairs) => void;
}) => {
  const { unit, outputs: pairs, inputs, isDisabled, onChange } = props;
  const { name, module } = unit;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(infrastructureApiRef);
  const moduleName = module?.name;
  const version = module?.version;
  const load = useCallback(
    async (signal: AbortSignal) =>
      moduleName === undefined || version === undefined
        ? []
        : (await api.inspectModule({ name: moduleName, version }, { signal }))
            .outputs,
    [api, moduleName, version],
  );
  const { value, error, isLoading, reload } = useLoad(load);
  if (error) {
    return (
      <ErrorPanel
        title={t('dependency.outputsError', { name })}
        error={error}
        onRetry={reload}
        isRetrying={isLoading}
      />
    );
  }
  if (!value) {
    return (
      <div role="status">
        <VisuallyHidden>
          {t('dependency.outputsLoading', { name })}
        </VisuallyHidden>
        <Skeleton width="100%" height={56} aria-hidden="true" />
      </div>
    );
  }
  if (value.length === 0) {
    return <Text as="div">{t('dependency.noOutputs')}</Text>;
  }
  const set = (id: number, part: Partial<Pairs[number]>) =>
    onChange(pairs.map(each => (each.id === id ? { ...each, ...part } : each)));
  return (
    <>
      {pairs.map((pair, index) => {
        const number = String(index + 1);
        return (
          <div key={pair.id} className={styles.pair}>
            <Select
              label={t('dependency.input', { number, name })}
              isDisabled={isDisabled}
              searchable={inputs.length > 8}
              options={inputs.map(input => ({ value: input, label: input }))}
              value={pair.input ?? null}
              onChange={input => set(pair.id, { input: String(input) })}
            />
            <Select
              label={t('dependency.output', { number, name })}
              isDisabled={isDisabled}
              searchable={value.length > 8}
              options={value.map(output => ({
                value: output.name,
                label: output.isSensitive
                  ? t('dependency.sensitive', { name: output.name })
                  : output.name,
              }))}
              value={pair.output ?? null}
              onChange={output => set(pair.id, { output: String(output) })}
            />
            <ButtonIcon
              variant="secondary"
              icon={<RiDeleteBinLine />}
              isDisabled={isDisabled}
              aria-label={t('dependency.removeOutput', { number, name })}
              onPress={() =>
                onChange(pairs.filter(each => each.id !== pair.id))
              }
            />
          </div>
        );
      })}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          isDisabled={isDisabled}
          onPress={() =>
            onChange([
              ...pairs,
              { id: Math.max(-1, ...pairs.map(({ id }) => id)) + 1 },
            ])
          }
        >
          {t('dependency.addOutput', { name })}
        </Button>
      </div>
    </>
  );
};
