// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import { selfServiceTranslationRef } from '../../translation';
import { Problem, useProblem } from '../module/editors/Problem';

/** A sensitive input: where it comes from, never what it is. */
export const SecretInput = (props: {
  label: string;
  description: string;
  /** `dependency.secrets.outputs.password`, or nothing. */
  value: string;
  dependencies: string[];
  isRequired: boolean;
  isDisabled?: boolean;
  problem?: string;
  onChange: (reference: string) => void;
}) => {
  const { label, description, value, dependencies, isRequired } = props;
  const { isDisabled, problem, onChange } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const { problemId, ...invalid } = useProblem({ problem });
  if (dependencies.length === 0 && !value) {
    return (
      <div>
        <Text as="div">{label}</Text>
        <Text as="div" variant="body-small" color="secondary">
          {description} {t('inputs.secretNone')}
        </Text>
        <Problem id={problemId} problem={problem} />
      </div>
    );
  }
  return (
    <div>
      <TextField
        label={label}
        description={`${description} ${t('inputs.secret')}`.trim()}
        secondaryLabel={isRequired ? t('inputs.required') : undefined}
        placeholder={`dependency.${dependencies[0] ?? 'secrets'}.outputs.`}
        isDisabled={isDisabled}
        isRequired={isRequired}
        validationBehavior="aria"
        {...invalid}
        value={value}
        onChange={onChange}
      />
      <Problem id={problemId} problem={problem} />
    </div>
  );
};
