import { reduceSyntax } from "../../../../gate/read/expression/reduce";

function encoded(argument: string): unknown {
  return reduceSyntax(`\${jsonencode(${argument})}`, { value: () => undefined });
}

test.each<[string, string, string]>([
  ["an object, its members by name", '{ b = 1, "a" = [true, null, "x"] }', '{"a":[true,null,"x"],"b":1}'],
  ["a reference stands inside a string", "[aws_x.y.arn]", '["${aws_x.y.arn}"]'],
  ["a text around a reference", '["${aws_x.y.arn}:*"]', '["${aws_x.y.arn}:*"]'],
  ["an expression that is not evaluated stands there as it is", "[timestamp()]", '["${timestamp()}"]'],
  ["a literal text is quoted", '["a\\"b\\\\c\\n"]', '["a\\"b\\\\c\\n"]'],
  ["a literal interpolation, as IAM's own variables are", '["$${aws:username}"]', '["$${aws:username}"]'],
  ["a dollar before a reference", '["$", "a$${b}${aws_x.y.z}"]', '["\\u0024","a$${b}${aws_x.y.z}"]'],
  ["a text", '"x"', '"x"'],
])("%s", (_, argument, text) => {
  expect(encoded(argument)).toBe(text);
});

test.each([
  ["a reference that is all of it", "aws_x.y.tags"],
  ["principals that need not be a text", "{ Principal = aws_x.y.arn }"],
  ["statements that are not known", "{ Statement = aws_x.y.statements }"],
  ["a condition that is not known", "{ Condition = aws_x.y.condition }"],
  ["a name that is not known", "{ (aws_x.y.id) = 1 }"],
])("%s is not encoded", (_, argument) => {
  expect(encoded(argument)).toBe(`\${jsonencode(${argument})}`);
});
