// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, NumberField, Select, TextField } from '@backstage/ui';
import styles from '../../parts/parts.module.css';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { isAboutKeys, KINDS, type RuleDraft } from './policyDraft';

/** One rule: what it looks at, what it asks for, and why. */
export const RuleFields = (props: {
  number: number;
  rule: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
  onRemove: () => void;
}) => {
  const { number, rule, onChange, onRemove } = props;
  const { kind } = rule;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const hasList = kind === 'one-of' || kind === 'none-of' || isAboutKeys(kind);
  return (
    <fieldset className={styles.fields}>
      <legend>{t('policies.form.rule', { number: String(number) })}</legend>
      <div className={styles.row}>
        <Select
          label={t('policies.form.kind')}
          options={KINDS.map(value => ({
            value,
            label: t(`policies.form.kinds.${value}`),
          }))}
          selectedKey={kind}
          onSelectionChange={key =>
            onChange({ kind: key as RuleDraft['kind'] })
          }
        />
        {!isAboutKeys(kind) && (
          <TextField
            label={t('policies.form.field')}
            description={t('policies.form.fieldText')}
            value={rule.field}
            onChange={field => onChange({ field })}
          />
        )}
      </div>
      <div className={styles.row}>
        {kind === 'range' &&
          (['min', 'max'] as const).map(name => (
            <NumberField
              key={name}
              label={t(`policies.form.${name}`)}
              value={rule[name]}
              onChange={value => onChange({ [name]: value })}
            />
          ))}
        {kind === 'regex' && (
          <TextField
            label={t('policies.form.pattern')}
            value={rule.pattern}
            onChange={pattern => onChange({ pattern })}
          />
        )}
        {hasList && (
          <TextField
            label={t(
              isAboutKeys(kind) ? 'policies.form.keys' : 'policies.form.values',
            )}
            description={t('policies.form.valuesText')}
            value={rule.list}
            onChange={list => onChange({ list })}
          />
        )}
        <Select
          label={t('policies.form.severity')}
          options={(['error', 'warn'] as const).map(value => ({
            value,
            label: t(`policies.severities.${value}`),
          }))}
          selectedKey={rule.severity}
          onSelectionChange={key =>
            onChange({ severity: key as RuleDraft['severity'] })
          }
        />
      </div>
      <TextField
        label={t('policies.form.message')}
        description={t('policies.form.messageText')}
        isRequired
        value={rule.message}
        onChange={message => onChange({ message })}
      />
      <div>
        <Button variant="tertiary" onPress={onRemove}>
          {t('policies.form.remove')}
        </Button>
      </div>
    </fieldset>
  );
};
