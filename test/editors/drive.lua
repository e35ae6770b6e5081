-- Waits for the findings of the report in the buffer, applies a preferred fix, asks for the outline, prints all as JSON.
local function wait(what, condition)
  if not vim.wait(15000, condition, 20) then
    io.stdout:write(vim.fn.json_encode({ error = what }))
    vim.cmd('cquit 1')
  end
end

local function found()
  local codes = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(codes, { code = one.code or (one.user_data and one.user_data.lsp.code), line = one.lnum, column = one.col })
  end
  return codes
end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 15000) or {}) do
    if answer.result then
      return answer.result
    end
  end
end

wait('no findings came', function() return #vim.diagnostic.get(0) > 0 end)
local before = found()
local document = vim.lsp.util.make_text_document_params()

vim.api.nvim_win_set_cursor(0, { before[1].line + 1, before[1].column })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics() }
local actions = ask('textDocument/codeAction', params)
for _, action in ipairs(actions) do
  if action.isPreferred then
    if not action.edit then
      action = ask('codeAction/resolve', action)
    end
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    break
  end
end
wait('the findings stayed', function() return #vim.diagnostic.get(0) == #before - 1 end)

local names = {}
for _, symbol in ipairs(ask('textDocument/documentSymbol', { textDocument = document })) do
  table.insert(names, symbol.name)
  for _, child in ipairs(symbol.children or {}) do
    table.insert(names, child.name)
  end
end
local text = vim.api.nvim_buf_get_lines(0, before[1].line, before[1].line + 1, false)[1]
io.stdout:write(vim.fn.json_encode({ before = before, line = text, outline = names }))
vim.cmd('qall!')
