// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Read, render, edit and check infrastructure as code: HCL, YAML, Terraform modules, Terragrunt units and stacks.
 *
 * @packageDocumentation
 */

export { IAC_ERRORS, isIacError } from './errors';
export type { IacError, IacErrorCode } from './errors';
export { dependentsOf } from './dependents/dependentsOf';
export type { Dependent, Dependents } from './dependents/types';
export type { RepositoryFile } from './evaluate/types';
export { DEFAULT_ENCODE_LIMITS, encodeHclValue } from './hcl/encode';
export type { EncodeLimits, EncodeOptions } from './hcl/encode';
export { findInvisible } from './hcl/invisible';
export { readLiteral } from './hcl/literal';
export { readLocals } from './hcl/locals';
export { parseHcl } from './hcl/parse';
export type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclCall,
  HclExpression,
  HclFile,
  HclLiteral,
  HclObjectEntry,
  HclOperation,
  HclRange,
  HclTemplatePart,
} from './hcl/types';
export { allowedExpression } from './hclEdit/allowedExpression';
export type { ExpressionVerdict } from './hclEdit/allowedExpression';
export { editHcl } from './hclEdit/editHcl';
export type { HclEdit, HclEditResult } from './hclEdit/types';
export { readModule } from './moduleReader/readModule';
export { parseTypeConstraint } from './moduleReader/typeConstraint';
export type {
  ModuleFacts,
  ModuleFile,
  ModuleOutput,
  ModuleValidation,
  ModuleVariable,
  ModuleWarning,
  TypeAttribute,
  TypeConstraint,
  ValidationRule,
} from './moduleReader/types';
export { parseModuleCatalog } from './modules/catalog';
export type {
  CatalogLifetime,
  CatalogModule,
  CatalogProblem,
  CatalogVersion,
  ModuleCatalog,
} from './modules/catalog';
export { findModule } from './modules/findModule';
export type { VettedModule } from './modules/findModule';
export { formatModuleSource, parseModuleSource } from './modules/source';
export type { ModuleSource } from './modules/source';
export {
  findHandEdits,
  hashContent,
  PROVENANCE_FILE,
} from './provenance/handEdits';
export type { HandEdit } from './provenance/handEdits';
export { parseProvenance } from './provenance/parse';
export { renderProvenance } from './provenance/render';
export type { Provenance, ProvenanceInput } from './provenance/types';
export { renderModuleCall } from './render/moduleCall';
export type { ModuleCall } from './render/moduleCall';
export { putStackUnit, renderStackUnit } from './render/stackUnit';
export type { StackUnit } from './render/stackUnit';
export { inspectTerragruntUnit } from './terragrunt/inspectUnit';
export type {
  UnitFacts,
  UnitFinding,
  UnitFindingCode,
  UnitInclude,
} from './terragrunt/facts';
export { renderTerragruntUnit } from './terragrunt/renderUnit';
export type { TerragruntUnit, UnitDependency } from './terragrunt/renderUnit';
export { readTemplateInputs } from './terragrunt/templateInputs';
export type {
  TemplateInput,
  TemplateInputs,
} from './terragrunt/templateInputs';
export { findSecrets } from './secrets/findSecrets';
export type { FoundSecret } from './secrets/findSecrets';
export { secretLiterals } from './secrets/secretLiterals';
export type { SecretLiteral } from './secrets/secretLiterals';
export { diffModuleInputs } from './upgrade/diffModuleInputs';
export type {
  InputAspect,
  InputChange,
  InputsDiff,
} from './upgrade/diffModuleInputs';
export { replaceVersion } from './versions/replaceVersion';
export { resolveVersions } from './versions/resolveVersions';
export type {
  ResolvedSource,
  VersionForm,
  VersionPlace,
} from './versions/types';
export { editYaml } from './yamlEdit/editYaml';
export type { YamlEdit, YamlEditResult } from './yamlEdit/types';
