// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Flex,
} from '@backstage/ui';
import { useState } from 'react';
import { selfServiceTranslationRef } from '../../translation';
import { FieldGroup } from '../module/FieldStates';
import type { ModuleAnswer } from '../module/question';
import {
  fillingsOf,
  invalidSecrets,
  type ModuleSettings,
  settingsProblems,
} from '../module/settings';
import { dependencyNames } from './changes';
import styles from './FairwayModuleInputs.module.css';
import { groupsOf } from './groups';
import { OneInput } from './OneInput';
import { UpgradeNote } from './UpgradeNote';

/** All inputs, in groups: what is needed, what is in Git, the rest folded away. */
export const SettingsForm = (props: {
  answer: ModuleAnswer;
  value: ModuleSettings;
  onChange: (value: ModuleSettings) => void;
  /** What the form's field of dependencies holds. */
  dependencies?: unknown;
  hide: string[];
  isDisabled?: boolean;
  /** Whether the form has complained: then everything that is wrong is shown, not only what was touched. */
  showsProblems: boolean;
}) => {
  const { answer, value, onChange, dependencies, hide } = props;
  const { isDisabled, showsProblems } = props;
  const { inspection, unit, before } = answer;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const [touched, setTouched] = useState<string[]>([]);
  const fillings = fillingsOf(dependencies);
  const problems = settingsProblems({ value, answer, fillings, hide });
  const names = dependencyNames(dependencies);
  const badSecrets = invalidSecrets({ value, unit, dependencies: names });
  const { needed, there, optional } = groupsOf({ answer, hide });
  const { version, status, reason = '' } = inspection;

  const problemOf = (name: string) => {
    if (!showsProblems && !touched.includes(name)) return undefined;
    if (badSecrets.includes(name)) return t('inputs.secretInvalid', { name });
    const words = problems
      .filter(({ input }) => input === name)
      .map(({ path, message }) => t('inputs.problem', { path, message }));
    return words.length > 0 ? words.join('; ') : undefined;
  };
  const set = (name: string, given: JsonValue | undefined) => {
    setTouched(each => [...new Set([...each, name])]);
    const { [name]: _, ...rest } = value.inputs ?? {};
    const isInGit = unit !== undefined && Object.hasOwn(unit.inputs, name);
    const inGit = unit?.inputs[name];
    if (isInGit && JSON.stringify(inGit) === JSON.stringify(given)) {
      onChange({ ...value, inputs: rest });
    } else if (given === undefined) {
      onChange({
        ...value,
        // What is in Git is taken out by a null; the rest is simply not given.
        inputs: isInGit ? { ...rest, [name]: null } : rest,
      });
    } else {
      onChange({ ...value, inputs: { ...rest, [name]: given } });
    }
  };
  const setSecret = (name: string, reference: string) => {
    setTouched(each => [...new Set([...each, name])]);
    const { [name]: _, ...rest } = value.secretInputs ?? {};
    const secretInputs = reference ? { ...rest, [name]: reference } : rest;
    const { secretInputs: __, ...others } = value;
    onChange(
      Object.keys(secretInputs).length > 0
        ? { ...others, secretInputs }
        : others,
    );
  };
  const inputs = (of: string[]) =>
    of.map(name => (
      <OneInput
        key={name}
        name={name}
        answer={answer}
        value={value}
        filling={fillings[name]}
        dependencies={[
          ...names,
          ...(unit?.dependencies ?? []).map(each => each.name),
        ]}
        problem={problemOf(name)}
        isDisabled={isDisabled}
        onChange={given => set(name, given)}
        onSecret={reference => setSecret(name, reference)}
      />
    ));
  const number = String(optional.length);
  const isSet = optional.filter(
    name =>
      Object.hasOwn(value.inputs ?? {}, name) ||
      Object.hasOwn(value.secretInputs ?? {}, name),
  ).length;
  const hasFoldedProblem = optional.some(name => problemOf(name) !== undefined);
  const [isOpen, setIsOpen] = useState(needed.length + there.length === 0);

  return (
    <Flex direction="column" gap="4">
      {status === 'blocked' && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('inputs.blocked', { version, reason })}
        />
      )}
      {unit && before && (
        <UpgradeNote before={before} after={inspection} unit={unit} />
      )}
      {needed.length + there.length + optional.length === 0 && (
        <p className={styles.note}>{t('inputs.empty')}</p>
      )}
      {needed.length > 0 && (
        <FieldGroup
          className={styles.group}
          title={unit ? t('inputs.neededBy', { version }) : t('inputs.needed')}
        >
          {inputs(needed)}
        </FieldGroup>
      )}
      {there.length > 0 && (
        <FieldGroup className={styles.group} title={t('inputs.there')}>
          {inputs(there)}
        </FieldGroup>
      )}
      {optional.length > 0 && (
        <Accordion
          isExpanded={isOpen || hasFoldedProblem}
          onExpandedChange={setIsOpen}
        >
          <AccordionTrigger
            level={4}
            title={
              isSet > 0
                ? t('inputs.optionalSet', { number, set: String(isSet) })
                : t('inputs.optional', { number })
            }
          />
          <AccordionPanel>
            <div className={styles.group}>{inputs(optional)}</div>
          </AccordionPanel>
        </Accordion>
      )}
    </Flex>
  );
};
