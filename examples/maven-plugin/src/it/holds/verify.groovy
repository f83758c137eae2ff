def reports = ['app-size.txt', 'app-lint.txt', 'app-diff.txt', 'app-check.txt', 'TEST-app-check.xml']
reports.each {
  def file = new File(basedir, 'target/weighbridge/' + it.replace('app', 'shapes-v0-more'))
  assert file.length() > 0 : "$file: expected a report"
}
def log = new File(basedir, 'build.log').text
assert log.contains('shapes-v0-more: within its budget, 0 of 2 limits broken')
assert log.count('shapes-v0-more: nothing changed, its reports stand') == 4 : 'the second run had work to do'
assert log.contains('shapes-v0-more: no change of 6000,20.00% or more')
return true
