def log = new File(basedir, 'build.log').text
assert log.contains('file: 37,592 bytes, 5,424 more than before, allowed 4,096 bytes more: 1,328 bytes too many')
assert log.contains('+2,613 shapes (now 9,083 bytes)') : 'expected the rows that broke it'
assert log.contains('BUILD FAILURE')
assert new File(basedir, 'target/weighbridge/TEST-shapes-v0-more-check.xml').text.contains('<failure')
return true
