export { type Expression, parseTemplate, type TemplatePart } from "../../read/template";
