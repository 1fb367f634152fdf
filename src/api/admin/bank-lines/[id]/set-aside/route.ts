import { judgeLine } from "../../judge-line"

export const POST = judgeLine("set_aside")
