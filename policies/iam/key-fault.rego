# METADATA
# description: What is wrong with a key whatever its policy says, and with how a bucket names its key.
package flowgate.iam.key_fault

# METADATA
# description: what a key is unfit for, by its fitness
unfit := {
	"disabled": {
		"verdict": "fail",
		"message": "the key is disabled, so no record can be encrypted with it",
		"fix": "leave out is_enabled, or set it to true",
	},
	"asymmetric": {
		"verdict": "fail",
		"message": "the key is not a symmetric one that encrypts and decrypts, and the services use no other",
		"fix": "leave out key_usage and customer_master_key_spec, or name another key",
	},
	"unknown": {
		"verdict": "undecided",
		"message": "whether the key is enabled and symmetric is not known before apply",
		"fix": "write is_enabled, key_usage and customer_master_key_spec literally, or leave them out",
	},
}

# METADATA
# description: what is said of a key by whether what it encrypts is in its region
of_region := {
	"no": {
		"verdict": "fail",
		"message": "the key is in another region than what it encrypts, and a key works in its own region alone",
		"fix": "name a key of the region that the records are in",
	},
	"unknown": {
		"verdict": "undecided",
		"message": "whether the key is in the region of what it encrypts is not known, and a key works in its own region alone",
		"fix": "make the key with the provider configuration of what it encrypts, or write the regions of both literally",
	},
}

# METADATA
# description: what is wrong with the form in which a bucket names its key, by cause
of_form := {
	"aws-managed-key": {
		"message": "the bucket is encrypted with the key that AWS manages for S3, which the delivery service may not use",
		"fix": "set kms_master_key_id to the ARN of a key of your own, or sse_algorithm to AES256",
	},
	"bare-key-id": {
		"message": "the bucket names its key by id, which is looked up in the account of the delivery service and not found there",
		"fix": "set kms_master_key_id to the ARN of the key",
	},
	"alias": {
		"message": "whether the delivery service finds the key of the bucket cannot be told: S3 looks an alias up in the account that writes",
		"fix": "set kms_master_key_id to the ARN of the key",
	},
}
