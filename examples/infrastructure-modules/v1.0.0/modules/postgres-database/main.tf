locals {
  instance_types = {
    small  = { vcpu = 2, memory_gb = 4 }
    medium = { vcpu = 4, memory_gb = 16 }
    large  = { vcpu = 8, memory_gb = 64 }
  }
}

# terraform_data stands in for the cloud's database: plan and apply are real and need no provider.
resource "terraform_data" "instance" {
  input = {
    name                = var.name
    engine              = "postgres"
    engine_version      = var.engine_version
    instance            = local.instance_types[var.instance_size]
    storage_gb          = var.storage_gb
    multi_az            = var.multi_az
    deletion_protection = var.deletion_protection
    maintenance_window  = var.maintenance_window
    subnet_ids          = var.subnet_ids
    tags                = var.tags
  }

  # A new name is a new database.
  triggers_replace = [var.name]
}

resource "terraform_data" "parameter_group" {
  input = {
    name       = "${var.name}-postgres${var.engine_version}"
    parameters = var.parameters
  }
}

resource "terraform_data" "access" {
  for_each = var.allowed_cidr_blocks

  input = {
    instance = terraform_data.instance.output.name
    port     = 5432
    from     = each.value
  }
}

# Only where the password comes from is recorded, never the password.
resource "terraform_data" "credentials" {
  input = {
    secret_path = "databases/${var.name}/admin"
    generated   = nonsensitive(var.admin_password == null)
  }
}
