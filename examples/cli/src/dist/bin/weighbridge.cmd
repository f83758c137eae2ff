@echo off
rem Runs the weighbridge command with a Java virtual machine set up for short work; the script for sh beside this one says why.
rem WEIGHBRIDGE_JAVA_OPTS takes further options for the virtual machine, JAVA_HOME names it.
setlocal
set "WB_JAVA=java"
if defined JAVA_HOME set "WB_JAVA=%JAVA_HOME%\bin\java"
set "WB_ARCHIVE=%~dp0..\lib\weighbridge.jsa"
set WB_MAIN=-jar "%~dp0..\lib\weighbridge.jar"
if exist "%~dp0..\runtime\bin\java.exe" (
  set "WB_JAVA=%~dp0..\runtime\bin\java"
  set "WB_ARCHIVE=%~dp0..\runtime\lib\weighbridge.jsa"
  set WB_MAIN=-m weighbridge
)
"%WB_JAVA%" -XX:+UseSerialGC -XX:NewRatio=8 -XX:PretenureSizeThreshold=4m -XX:TieredStopAtLevel=1 ^
  -Xlog:disable -XX:SharedArchiveFile="%WB_ARCHIVE%" "-Dweighbridge.plugins=%~dp0..\plugins" ^
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 ^
  -XX:-UsePerfData -XX:Tier3InvocationThreshold=200 ^
  -XX:Tier3MinInvocationThreshold=100 -XX:Tier3CompileThreshold=1000 ^
  -XX:Tier3BackEdgeThreshold=3000 -XX:Tier0BackedgeNotifyFreqLog=9 -XX:Tier3LoadFeedback=100 %WEIGHBRIDGE_JAVA_OPTS% %WB_MAIN% %*
exit /b %ERRORLEVEL%
