# In the administrative stack, where no pull request to the stacks can change it. Label the stacks `flowgate`. Their
# runner image has flowgate, so that no pull request brings another:
# FROM public.ecr.aws/spacelift/runner-terraform, RUN apk add --no-cache nodejs npm && npm install -g flowgate@0.1.0
resource "spacelift_context" "flowgate" {
  name   = "flowgate"
  labels = ["autoattach:flowgate"]

  after_plan = [
    "rm -f flowgate.custom.spacelift.json",
    "terraform show -json spacelift.plan >flowgate-plan.json",
    # Findings are the policy's to tell; anything else that goes wrong ends the run here.
    "flowgate check flowgate-plan.json . --report json=flowgate.custom.spacelift.json || [ $? -eq 1 ]",
  ]
}

resource "spacelift_policy" "flowgate" {
  name   = "flowgate"
  type   = "PLAN"
  labels = ["autoattach:flowgate"]
  body   = file("${path.module}/plan-policy.rego")
}
