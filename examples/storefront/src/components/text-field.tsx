import { useId, type InputHTMLAttributes } from "react"

type Props = { label: string } & InputHTMLAttributes<HTMLInputElement>

export const TextField = ({ label, ...input }: Props) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} required {...input} />
    </div>
  )
}
