// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Checkbox,
  CheckboxGroup,
  NumberField,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import styles from '../../parts/parts.module.css';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { wordsOfMilliseconds } from '../../words';
import { type EnvironmentDraft, SIZES } from './environmentDraft';

interface Fields {
  draft: EnvironmentDraft;
  set: (part: Partial<EnvironmentDraft>) => void;
}

/** What an environment is called, and where it stands. */
export const NameFields = (props: Fields & { isNew: boolean }) => {
  const { draft, set, isNew } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const texts = ['displayName', 'description', 'environment', 'store'] as const;
  return (
    <>
      <TextField
        label={t('environments.form.name')}
        description={t('environments.form.nameText')}
        isRequired
        isReadOnly={!isNew}
        value={draft.name}
        onChange={name => set({ name })}
      />
      {texts.map(name => (
        <TextField
          key={name}
          label={t(`environments.form.${name}`)}
          isRequired={name !== 'description'}
          value={draft[name]}
          onChange={value => set({ [name]: value })}
        />
      ))}
      <div className={styles.row}>
        <TextField
          label={t('environments.form.color')}
          description={t('environments.form.colorText')}
          value={draft.color}
          onChange={color => set({ color })}
        />
        <NumberField
          label={t('environments.form.order')}
          description={t('environments.form.orderText')}
          value={draft.order}
          onChange={order => set({ order })}
        />
      </div>
    </>
  );
};

const LABELS = {
  partitions: 'partitions',
  replicationFactor: 'replicas',
  partitionsPerTopic: 'perTopic',
  topics: 'topics',
  instancePartitions: 'perInstance',
  deleteGraceDays: 'grace',
} as const;
type NumberName = keyof typeof LABELS;
const LIMITS = [
  'partitionsPerTopic',
  'topics',
  'instancePartitions',
  'deleteGraceDays',
] as const;

/** What holds in it. */
export const RuleFields = (props: Fields & { policies: string[] }) => {
  const { draft, set, policies } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const row = (names: readonly NumberName[]) => (
    <div className={styles.row}>
      {names.map(name => (
        <NumberField
          key={name}
          label={t(`environments.form.${LABELS[name]}`)}
          value={draft[name]}
          onChange={value => set({ [name]: value })}
        />
      ))}
    </div>
  );
  return (
    <>
      <Text as="h3" weight="bold">
        {t('environments.form.defaults')}
      </Text>
      {row(['partitions', 'replicationFactor'])}
      <TextAreaField
        label={t('environments.form.configs')}
        description={t('environments.form.configsText')}
        rows={3}
        value={draft.configs}
        onChange={configs => set({ configs })}
      />
      <Text as="h3" weight="bold">
        {t('environments.form.limits')}
      </Text>
      {row(LIMITS)}
      <Text as="h3" weight="bold">
        {t('environments.form.sizes')}
      </Text>
      {SIZES.map(size => {
        const each = draft.sizes[size];
        const change = (part: Partial<typeof each>) =>
          set({ sizes: { ...draft.sizes, [size]: { ...each, ...part } } });
        return (
          <div key={size} className={styles.row}>
            <NumberField
              label={t('environments.form.sizePartitions', { size })}
              value={each.partitions}
              onChange={partitions => change({ partitions })}
            />
            <TextField
              label={t('environments.form.sizeRetention', { size })}
              description={wordsOfMilliseconds(each.retention)}
              value={each.retention}
              onChange={retention => change({ retention })}
            />
          </div>
        );
      })}
      {policies.length > 0 && (
        <CheckboxGroup
          label={t('environments.form.policies')}
          description={t('environments.form.policiesText')}
          value={draft.policyRefs}
          onChange={policyRefs => set({ policyRefs })}
        >
          {policies.map(policy => (
            <Checkbox key={policy} value={policy}>
              {policy}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </>
  );
};
