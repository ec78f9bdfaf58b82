// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { Button, Text } from '@backstage/ui';
import { selfServiceTranslationRef } from '../../translation';
import { ValueEditor } from '../module/editors';
import { asObject } from '../module/editors/types';
import type { ModuleAnswer } from '../module/question';
import {
  type Filling,
  type ModuleSettings,
  propertiesOf,
} from '../module/settings';
import styles from './FairwayModuleInputs.module.css';
import { SecretInput } from './SecretInput';

/** What somebody else gives: shown, and not to be changed here. */
const Given = (props: { label: string; words: string }) => (
  <div>
    <Text as="div">{props.label}</Text>
    <Text as="div" variant="body-small" color="secondary">
      {props.words}
    </Text>
  </div>
);

/** One input of the module: its editor, what is in Git, and how to put that back. */
export const OneInput = (props: {
  name: string;
  answer: ModuleAnswer;
  value: ModuleSettings;
  /** Where a dependency of the form fills it. */
  filling?: Filling;
  /** Names of the dependencies that a reference may name. */
  dependencies: string[];
  problem?: string;
  isDisabled?: boolean;
  onChange: (value: JsonValue | undefined) => void;
  onSecret: (reference: string) => void;
}) => {
  const { name, answer, value, filling, problem, isDisabled } = props;
  const { onChange, onSecret, dependencies } = props;
  const { inspection, unit } = answer;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const schema = propertiesOf(inspection)[name];
  const help = asObject(inspection.uiSchema[name])['ui:help'];
  const label = typeof schema.title === 'string' ? schema.title : name;
  const description = [schema.description, help]
    .filter(text => typeof text === 'string' && text)
    .join(' ');
  const isRequired = inspection.requiredInputs.includes(name);

  if (filling) {
    return (
      <Given label={label} words={t('inputs.byDependency', { ...filling })} />
    );
  }
  if (schema.readOnly === true && schema.const !== undefined) {
    return (
      <Given
        label={label}
        words={t('inputs.forced', { value: JSON.stringify(schema.const) })}
      />
    );
  }
  const reference = unit?.references.find(({ input }) => input === name);
  if (reference) {
    const { dependency, output } = reference;
    return (
      <Given
        label={label}
        words={t('inputs.byReference', { dependency, output })}
      />
    );
  }
  if (unit?.expressions.includes(name)) {
    return <Given label={label} words={t('inputs.byExpression')} />;
  }
  if (inspection.sensitiveInputs.includes(name)) {
    return (
      <SecretInput
        label={label}
        description={description}
        value={value.secretInputs?.[name] ?? ''}
        dependencies={dependencies}
        isRequired={isRequired}
        isDisabled={isDisabled}
        problem={problem}
        onChange={onSecret}
      />
    );
  }
  const isGiven = Object.hasOwn(value.inputs ?? {}, name);
  const isInGit = unit !== undefined && Object.hasOwn(unit.inputs, name);
  const inGit = unit?.inputs[name];
  const shown = (isGiven ? value.inputs?.[name] : inGit) ?? undefined;
  return (
    <div className={styles.input}>
      <ValueEditor
        // Put back is begun anew: what was typed goes.
        key={isInGit && !isGiven ? 'in-git' : 'given'}
        label={label}
        description={description || undefined}
        schema={schema}
        value={shown}
        isRequired={isRequired}
        isDisabled={isDisabled}
        problem={problem}
        onChange={onChange}
      />
      {isInGit && isGiven && (
        <div className={styles.inGit}>
          <span>{t('inputs.inGit', { value: JSON.stringify(inGit) })}</span>
          <Button
            variant="tertiary"
            size="small"
            isDisabled={isDisabled}
            aria-label={t('inputs.putBack', { name: label })}
            onPress={() => onChange(inGit)}
          >
            {t('inputs.putBackShort')}
          </Button>
        </div>
      )}
    </div>
  );
};
