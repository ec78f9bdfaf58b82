# The folder's name is the account's name; the id is what the ownership policy lists for an environment.
locals {
  account_name = "acme-staging"
  account_id   = "222222222222"
}
