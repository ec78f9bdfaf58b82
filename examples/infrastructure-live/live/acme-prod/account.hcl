# The folder's name is the account's name; the id is what the ownership policy lists for an environment.
locals {
  account_name = "acme-prod"
  account_id   = "333333333333"
}
